package io.github.pyo3doctor.machine;

import io.github.pyo3doctor.files.WrittenPath;
import io.github.pyo3doctor.snapshot.WindowsPythons.Registered;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Pythons in the registry: {@code Software\Python\COMPANY\TAG\InstallPath}, whose value without
 * a name is the folder, and {@code ExecutablePath} the program. {@code reg} is asked, the user's
 * part and both views of the machine's; it prints in the code page of consoles, and the registry
 * knows which that is. Source: PEP 514.
 */
final class WindowsRegistry {
  private static final String PYTHONS = "Software\\Python";

  /** The user's part is the same for programs of either width. */
  private static final Map<String, List<String>> PARTS = parts();

  /** A key, at the start of a line, below the one that was asked for. */
  private static final Pattern KEY =
      Pattern.compile(
          "HKEY_[A-Z_]+\\\\" + Pattern.quote(PYTHONS) + "\\\\(.+)", Pattern.CASE_INSENSITIVE);

  /** Four spaces stand between name, type and value; a value without a name has one in brackets. */
  private static final Pattern VALUE = Pattern.compile(" {4}(.+?) {4}(REG_(?:EXPAND_)?SZ) {4}(.*)");

  private static final List<String> CODE_PAGE =
      List.of("query", "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage", "/v", "OEMCP");

  private static final Pattern VARIABLE = Pattern.compile("%([^%]+)%");

  private final Programs programs;
  private final Map<String, String> environment;

  /**
   * @param programs whose answers hold a character for each byte
   * @param environment variables by name in upper case
   */
  WindowsRegistry(Programs programs, Map<String, String> environment) {
    this.programs = programs;
    this.environment = environment;
  }

  private static Map<String, List<String>> parts() {
    Map<String, List<String>> parts = new LinkedHashMap<>();
    parts.put("HKEY_CURRENT_USER", List.of("query", "HKCU\\" + PYTHONS, "/s"));
    parts.put("HKEY_LOCAL_MACHINE", List.of("query", "HKLM\\" + PYTHONS, "/s", "/reg:64"));
    parts.put("HKEY_LOCAL_MACHINE (32-bit)", List.of("query", "HKLM\\" + PYTHONS, "/s", "/reg:32"));
    return parts;
  }

  /** Every Python that is registered, be it still there or not. */
  List<Registered> pythons() {
    Optional<Path> reg =
        WrittenPath.of(environment.getOrDefault("SYSTEMROOT", ""))
            .map(windows -> windows.resolve("System32").resolve("reg.exe"))
            .filter(Files::exists);
    return reg.map(this::pythons).orElse(List.of());
  }

  private List<Registered> pythons(Path reg) {
    Map<String, String> answers = new LinkedHashMap<>();
    PARTS.forEach((part, question) -> answers.put(part, answer(reg, question)));
    boolean ascii = answers.values().stream().allMatch(each -> each.matches("\\p{ASCII}*"));
    Charset charset = ascii ? StandardCharsets.US_ASCII : codePage(reg);
    List<Registered> found = new ArrayList<>();
    answers.forEach(
        (part, output) ->
            found.addAll(
                pythons(part, new String(output.getBytes(StandardCharsets.ISO_8859_1), charset))));
    return List.copyOf(found);
  }

  /** Empty when there is no such key, and when it could not be asked. */
  private String answer(Path reg, List<String> arguments) {
    return programs.ask(reg, arguments)
                instanceof ProgramAnswer.Said(int exitCode, String output, String _)
            && exitCode == 0
        ? output
        : "";
  }

  /** The one that consoles start with; a folder that is misread for want of it is not found. */
  private Charset codePage(Path reg) {
    String number =
        answer(reg, CODE_PAGE)
            .lines()
            .map(VALUE::matcher)
            .filter(value -> value.matches() && value.group(1).equals("OEMCP"))
            .map(value -> value.group(3).strip())
            .findFirst()
            .orElse("");
    if (number.equals("65001")) return StandardCharsets.UTF_8;
    return Stream.of("Cp" + number, "MS" + number)
        .filter(name -> name.matches("\\w+") && Charset.isSupported(name))
        .findFirst()
        .map(Charset::forName)
        .orElse(StandardCharsets.ISO_8859_1);
  }

  /**
   * What {@code reg query … /s} printed.
   *
   * @param part what was asked for
   */
  List<Registered> pythons(String part, String output) {
    Map<String, Map<String, String>> keys = new LinkedHashMap<>();
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : output.lines().toList()) {
      Matcher key = KEY.matcher(line);
      Matcher value = VALUE.matcher(line);
      if (key.matches()) {
        values = keys.computeIfAbsent(key.group(1), _ -> new LinkedHashMap<>());
      } else if (value.matches()) {
        values.put(name(value.group(1)), text(value.group(2), value.group(3)));
      }
    }
    List<Registered> found = new ArrayList<>();
    keys.forEach(
        (key, inIt) -> {
          String[] names = key.split("\\\\", -1);
          if (names.length == 3 && names[2].equalsIgnoreCase("InstallPath")) {
            executable(inIt)
                .ifPresent(file -> found.add(registered(part, names[0], names[1], file)));
          }
        });
    return found;
  }

  /** {@code (Default)}, in the language of the system. */
  private static String name(String written) {
    return written.startsWith("(") && written.endsWith(")") ? "" : written;
  }

  private String text(String type, String value) {
    if (type.equals("REG_SZ")) return value;
    return VARIABLE
        .matcher(value)
        .replaceAll(
            each ->
                Matcher.quoteReplacement(
                    environment.getOrDefault(
                        each.group(1).toUpperCase(Locale.ROOT), each.group())));
  }

  private static Optional<String> executable(Map<String, String> values) {
    return Optional.ofNullable(values.get("ExecutablePath"))
        .or(
            () ->
                Optional.ofNullable(values.get(""))
                    .map(folder -> folder.replaceFirst("\\\\$", "") + "\\python.exe"));
  }

  private static Registered registered(String part, String company, String tag, String file) {
    boolean exists = WrittenPath.of(file).filter(Files::exists).isPresent();
    return new Registered(part, company, tag, file, exists);
  }
}
