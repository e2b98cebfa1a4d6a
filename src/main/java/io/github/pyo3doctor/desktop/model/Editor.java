package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.snapshot.Position;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An editor that opens a file at a line, found on this machine.
 *
 * @param name the command's name: {@code code}, {@code idea}
 * @param program the program's file
 * @param arguments what it is told, with {@code FILE}, {@code LINE} and {@code COLUMN} to be filled
 *     in
 */
public record Editor(String name, Path program, List<String> arguments) {
  /** Each as its own manual says; those that need a terminal of their own are not among them. */
  private static final List<Known> KNOWN =
      List.of(
          new Known("code", "--goto", "FILE:LINE:COLUMN"),
          new Known("codium", "--goto", "FILE:LINE:COLUMN"),
          new Known("code-insiders", "--goto", "FILE:LINE:COLUMN"),
          new Known("cursor", "--goto", "FILE:LINE:COLUMN"),
          new Known("zed", "FILE:LINE:COLUMN"),
          new Known("subl", "FILE:LINE:COLUMN"),
          new Known("rustrover", "--line", "LINE", "FILE"),
          new Known("clion", "--line", "LINE", "FILE"),
          new Known("pycharm", "--line", "LINE", "FILE"),
          new Known("idea", "--line", "LINE", "FILE"),
          new Known("kate", "--line", "LINE", "--column", "COLUMN", "FILE"),
          new Known("gvim", "+LINE", "FILE"),
          new Known("mvim", "+LINE", "FILE"),
          new Known("gedit", "+LINE:COLUMN", "FILE"));

  private static final List<String> ENDINGS = List.of("", ".exe", ".cmd");
  private static final Pattern COMMAND_PROMPT_SPECIAL = Pattern.compile("[&|<>^%\"!]");

  private record Known(String name, List<String> arguments) {
    private Known(String name, String... arguments) {
      this(name, List.of(arguments));
    }

    private Stream<Editor> in(List<Path> folders) {
      return folders.stream()
          .flatMap(folder -> ENDINGS.stream().map(ending -> folder.resolve(name + ending)))
          .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
          .map(program -> new Editor(name, program, arguments));
    }
  }

  /**
   * The user's editor: the one that {@code VISUAL} or {@code EDITOR} names when it is known, else
   * the first known one on {@code PATH}.
   *
   * @param environment the variables of this process
   */
  public static Optional<Editor> of(Map<String, String> environment) {
    List<Path> folders =
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
            .splitAsStream(environment.getOrDefault("PATH", ""))
            .filter(folder -> !folder.isBlank())
            .map(Path::of)
            .toList();
    Stream<Known> named =
        Stream.of("VISUAL", "EDITOR")
            .map(variable -> commandName(environment.getOrDefault(variable, "")))
            .flatMap(name -> KNOWN.stream().filter(known -> known.name().equals(name)));
    return Stream.concat(named, KNOWN.stream()).flatMap(known -> known.in(folders)).findFirst();
  }

  /** {@code code} of {@code /usr/bin/code --wait}. */
  private static String commandName(String variable) {
    String command = variable.strip().split("\\s+", 2)[0];
    int folder = Math.max(command.lastIndexOf('/'), command.lastIndexOf('\\'));
    return command.substring(folder + 1);
  }

  /**
   * The command that opens a file there; empty when the file's name means something else to the
   * command prompt that would have to pass it on.
   */
  public Optional<List<String>> command(Path file, Position at) {
    boolean script = program.toString().endsWith(".cmd");
    if (script && COMMAND_PROMPT_SPECIAL.matcher(file.toString()).find()) {
      return Optional.empty();
    }
    List<String> command = new ArrayList<>(List.of(program.toString()));
    for (String argument : arguments) {
      command.add(
          argument
              .replace("LINE", String.valueOf(at.line()))
              .replace("COLUMN", String.valueOf(at.column()))
              .replace("FILE", file.toString()));
    }
    return Optional.of(command);
  }
}
