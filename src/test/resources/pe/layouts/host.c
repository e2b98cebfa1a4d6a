/* Loads a module as Python 3.8 and later do: host.exe MODULE [FOLDER for AddDllDirectory]. With LINKED it has b.dll already. */
#include <stdio.h>
#include <windows.h>
#ifdef LINKED
__declspec(dllimport) int fb(void);
#endif
typedef void *(WINAPI *Add)(const WCHAR *);
int main(int count, char **arguments) {
#ifdef LINKED
  fb();
#endif
  if (count > 2) {
    WCHAR folder[1024];
    MultiByteToWideChar(CP_ACP, 0, arguments[2], -1, folder, 1024);
    ((Add)(void *)GetProcAddress(GetModuleHandleA("kernel32.dll"), "AddDllDirectory"))(folder);
  }
  HMODULE module = LoadLibraryExA(arguments[1], NULL, 0x1000 | 0x100);
  if (!module) {
    return 1000 + GetLastError();
  }
  return ((int (*)(void))(void *)GetProcAddress(module, "run"))();
}
