//! The property: over the whole corpus, and over tokens made to get something through.
