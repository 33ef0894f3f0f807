//! What an encrypted token holds, with a key of the reader's.
