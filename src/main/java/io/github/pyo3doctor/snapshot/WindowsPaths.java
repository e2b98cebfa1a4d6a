package io.github.pyo3doctor.snapshot;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Windows paths as text, on whatever system; nothing here looks at a disk. */
public final class WindowsPaths {
  private static final Pattern ROOT =
      Pattern.compile("(?:[A-Za-z]:\\\\|\\\\\\\\[^\\\\]+\\\\[^\\\\]+\\\\?)");

  private WindowsPaths() {}

  /**
   * The full path that Windows makes of a written one: {@code /} turned round, {@code .} and {@code
   * ..} taken away, no separator at the end, a path without a drive taken from the current
   * directory.
   */
  public static String full(String written, String currentDirectory) {
    String path = withoutVerbatimPrefix(written.strip()).replace('/', '\\');
    if (!isFull(path)) {
      path = onTopOf(withoutVerbatimPrefix(currentDirectory).replace('/', '\\'), path);
    }
    Matcher root = ROOT.matcher(path);
    if (!root.lookingAt()) {
      return path;
    }
    Deque<String> names = new ArrayDeque<>();
    for (String name : path.substring(root.end()).split("\\\\", -1)) {
      if (name.equals("..")) {
        names.pollLast();
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.addLast(name);
      }
    }
    String start = root.group().endsWith("\\") ? root.group() : root.group() + "\\";
    return start + String.join("\\", names);
  }

  /** Whether a path begins with a drive and a separator, or names a server. */
  public static boolean isFull(String path) {
    return ROOT.matcher(path.replace('/', '\\')).lookingAt();
  }

  /** The folder a full path lies in; a drive lies in itself. */
  public static String parent(String path) {
    int separator = path.lastIndexOf('\\');
    if (separator < 0) {
      return path;
    }
    boolean inRoot = separator == path.indexOf('\\');
    return path.substring(0, inRoot ? separator + 1 : separator);
  }

  /** The last name of a path. */
  public static String name(String path) {
    return path.substring(path.lastIndexOf('\\') + 1);
  }

  /** A name inside a folder. */
  public static String child(String folder, String name) {
    return folder.endsWith("\\") ? folder + name : folder + "\\" + name;
  }

  private static String onTopOf(String current, String path) {
    if (path.startsWith("\\")) {
      return current.substring(0, Math.min(2, current.length())) + path;
    }
    // "C:name" means the current directory of that drive; only the process's own is known.
    boolean driveOnly = path.length() >= 2 && path.charAt(1) == ':';
    if (!driveOnly) {
      return child(current, path);
    }
    boolean sameDrive = current.regionMatches(true, 0, path, 0, 2);
    return child(sameDrive ? current : path.substring(0, 2), path.substring(2));
  }

  private static String withoutVerbatimPrefix(String path) {
    if (path.regionMatches(true, 0, "\\\\?\\UNC\\", 0, 8)) {
      return "\\\\" + path.substring(8);
    }
    return path.startsWith("\\\\?\\") ? path.substring(4) : path;
  }
}
