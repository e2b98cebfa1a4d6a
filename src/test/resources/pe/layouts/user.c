/* A program, or with MODULE an extension module, that needs a.dll and f.dll; prints which it got. */
#include <stdio.h>
#include <windows.h>
__declspec(dllimport) int fa(void);
__declspec(dllimport) int f1(void);
static void tell(const char *name) {
  char path[1024] = "-";
  HMODULE module = GetModuleHandleA(name);
  if (module) GetModuleFileNameA(module, path, sizeof path);
  printf("%s=%s\n", name, path);
}
static int run_all(void) {
  tell("a.dll");
  tell("b.dll");
  tell("f.dll");
  fflush(stdout);
  return fa() + f1();
}
#ifdef MODULE
__declspec(dllexport) int run(void) { return run_all(); }
#else
int main(void) { return run_all(); }
#endif
