package io.github.pyo3doctor.machine;

/** What became of asking a program something. */
sealed interface ProgramAnswer {
  /**
   * It ran to its end.
   *
   * @param exitCode 0 when all went well
   * @param output what it printed
   * @param errors what it printed on its other stream
   */
  record Said(int exitCode, String output, String errors) implements ProgramAnswer {}

  /**
   * The system does not start it.
   *
   * @param reason one line, without the program's name
   */
  record Refused(String reason) implements ProgramAnswer {}

  /**
   * It was not asked, or not to the end, so that nothing is known of it.
   *
   * @param reason one line, without the program's name
   */
  record Unasked(String reason) implements ProgramAnswer {}
}
