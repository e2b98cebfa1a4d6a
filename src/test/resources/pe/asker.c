/* A program that asks for functions by number and by name. */
__declspec(dllimport) int plain(void);
__declspec(dllimport) int named(void);
__declspec(dllimport) int handed(void);
__declspec(dllimport) int by_number(void);
__declspec(dllimport) void __stdcall ExitProcess(unsigned code);
void mainCRTStartup(void) { ExitProcess(plain() + named() + handed() + by_number()); }
/* Visual C++'s delayimp.lib has this; here it only has to be there to link. */
void *__stdcall __delayLoadHelper2(const void *descriptor, void **address) { return 0; }
