/* Holds no code of its own: f1 is handed on to b.dll. */
int DllMainCRTStartup(void *instance, unsigned reason, void *reserved) { return 1; }
