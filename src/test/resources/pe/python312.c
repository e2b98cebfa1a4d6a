/* Stands for python312.dll: a library with a few of its exports. */
__declspec(dllexport) void Py_Initialize(void) {}
__declspec(dllexport) int Py_IsInitialized(void) { return 312; }
__declspec(dllexport) void *PyType_GetName(void *type) { return type; }
int DllMainCRTStartup(void *instance, unsigned reason, void *reserved) { return 1; }
