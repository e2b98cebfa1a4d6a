package io.github.pyo3doctor.desktop.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands in a piece of advice: what stands between back quotes and begins with a program. */
public final class Commands {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern COMMAND =
      Pattern.compile(
          "([A-Z][A-Z0-9_]*=\\S+ )*"
              + "(cargo|maturin|pip|python3?|py|rustup|uv|export|set|unset|setx|sudo|brew|ldd|otool|nm|gdb|git)"
              + " .+");

  private Commands() {}

  /** The commands that {@code advice} tells to run, in order, each once. */
  public static List<String> in(String advice) {
    List<String> commands = new ArrayList<>();
    Matcher code = CODE.matcher(advice);
    while (code.find()) {
      String command = code.group(1);
      if (COMMAND.matcher(command).matches() && !commands.contains(command)) commands.add(command);
    }
    return List.copyOf(commands);
  }
}
