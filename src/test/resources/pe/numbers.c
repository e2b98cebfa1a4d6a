/* A library that offers some of its functions by number alone, and hands others on. */
int plain(void) { return 5; }
int named(void) { return 9; }
