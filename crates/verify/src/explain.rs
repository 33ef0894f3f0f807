//! Why a signature does not fit: tries in order of cost.
