/* A program that needs a Python DLL before it starts; its exit code tells which one it got. */
__declspec(dllimport) int Py_IsInitialized(void);
__declspec(dllimport) void *PyType_GetName(void *type);
__declspec(dllimport) void __stdcall ExitProcess(unsigned code);
void mainCRTStartup(void) { ExitProcess(PyType_GetName((void *)1) ? Py_IsInitialized() & 0xff : 1); }
