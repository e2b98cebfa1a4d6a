/* Starts many programs from one: each line of its input is COMMAND|CURRENT FOLDER|PATH|OUTPUT FILE. */
#include <stdio.h>
#include <string.h>
#include <windows.h>
int main(int count, char **arguments) {
  static char line[8192];
  FILE *list = fopen(arguments[1], "r");
  FILE *answers = fopen(arguments[2], "w");
  SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX);
  while (list && answers && fgets(line, sizeof line, list)) {
    char *command = strtok(line, "|\r\n"), *folder = strtok(NULL, "|\r\n"), *path = strtok(NULL, "|\r\n"),
         *output = strtok(NULL, "|\r\n");
    SECURITY_ATTRIBUTES inherited = {sizeof inherited, NULL, TRUE};
    STARTUPINFOA start = {sizeof start};
    PROCESS_INFORMATION process;
    DWORD code = 0xffffffff;
    SetEnvironmentVariableA("PATH", path);
    start.dwFlags = STARTF_USESTDHANDLES;
    start.hStdOutput = CreateFileA(output, GENERIC_WRITE, 0, &inherited, CREATE_ALWAYS, 0, NULL);
    if (CreateProcessA(NULL, command, NULL, NULL, TRUE, 0, NULL, folder, &start, &process)) {
      WaitForSingleObject(process.hProcess, 20000);
      GetExitCodeProcess(process.hProcess, &code);
      CloseHandle(process.hProcess);
      CloseHandle(process.hThread);
    } else {
      code = GetLastError();
    }
    CloseHandle(start.hStdOutput);
    fprintf(answers, "%08lx\n", code);
    fflush(answers);
  }
  return 0;
}
