/* python3.dll holds no code of its own: its .def file hands every name on. */
int DllMainCRTStartup(void *instance, unsigned reason, void *reserved) { return 1; }
