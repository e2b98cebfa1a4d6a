/* Stands for an older python3.dll's target: it lacks PyType_GetName. */
__declspec(dllexport) void Py_Initialize(void) {}
__declspec(dllexport) int Py_IsInitialized(void) { return 38; }
int DllMainCRTStartup(void *instance, unsigned reason, void *reserved) { return 1; }
