/* What the others need; with OLD it lacks the second function. */
int fb(void) { return 0; }
#ifndef OLD
int fb2(void) { return 0; }
#endif
int DllMainCRTStartup(void *instance, unsigned reason, void *reserved) { return 1; }
