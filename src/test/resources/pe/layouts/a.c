/* Needs b.dll: one function by name, and another by name or, with BY_NUMBER, by number. ALONE needs nothing. */
__declspec(dllimport) int fb(void);
__declspec(dllimport) int fb2(void);
#ifdef ALONE
__declspec(dllexport) int fa(void) { return 0; }
#else
__declspec(dllexport) int fa(void) { return fb() + fb2(); }
#endif
int DllMainCRTStartup(void *instance, unsigned reason, void *reserved) { return 1; }
