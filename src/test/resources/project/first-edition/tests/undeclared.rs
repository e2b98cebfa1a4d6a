// Cargo looks at the place of this file only.
