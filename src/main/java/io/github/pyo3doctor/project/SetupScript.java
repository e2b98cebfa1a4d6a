package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the plain calls of {@code RustExtension} in a {@code setup.py}, as text. */
final class SetupScript {
  private static final Pattern COMMENT = Pattern.compile("(?m)^[ \\t]*#.*$");
  private static final Pattern CALL = Pattern.compile("\\bRustExtension\\s*\\(");

  /** A call of more characters than that is not looked at further. */
  private static final int LONGEST_CALL = 4_000;

  private static final String STRING = "\\s*[\"']([^\"'\\n]+)[\"']\\s*";
  private static final Pattern WORD = Pattern.compile("[\"']([^\"'\\n]+)[\"']");
  private static final Pattern FIRST = Pattern.compile(STRING + "(,|$)");
  private static final Pattern SECOND = Pattern.compile(STRING + "," + STRING + "(,|$)");

  private static final Pattern LIMITED_API =
      Pattern.compile("\\bpy_limited_api\\s*=\\s*([^,\\n]+)");

  /** {@code options={"bdist_wheel": {"py_limited_api": "cp39"}}}, other options left aside. */
  private static final Pattern WHEEL_TAG =
      Pattern.compile(
          "[\"']bdist_wheel[\"']\\s*:\\s*\\{\\s*[\"']py_limited_api[\"']\\s*:"
              + "\\s*[\"'](cp3\\d+)[\"']\\s*,?\\s*}");

  /** What may decide about a wheel's tag. */
  private static final Pattern OF_WHEELS = Pattern.compile("py_limited_api|bdist_wheel|cmdclass");

  private SetupScript() {}

  /**
   * An extension as it is asked for.
   *
   * @param path of its {@code Cargo.toml}, relative to the script
   * @param binding the last word of {@code Binding.PyO3} and its like
   * @param features the features it asks for
   * @param withoutDefaultFeatures whether its arguments leave the default features off
   * @param limitedApi what {@code py_limited_api} is given, as written: {@code True}
   */
  record Extension(
      Located<String> target,
      String path,
      String binding,
      List<Located<String>> features,
      boolean withoutDefaultFeatures,
      Optional<Located<String>> limitedApi) {}

  /**
   * What a script says of the wheel's tag.
   *
   * @param tag the tag, {@code cp39}
   * @param open whether it may decide about it in another way than a plain entry
   */
  record WheelTag(Optional<Located<String>> tag, boolean open) {}

  /** Those whose target and path are plain strings. */
  static List<Extension> extensions(String name, String text) {
    Matcher comments = COMMENT.matcher(text);
    String code = comments.replaceAll(found -> " ".repeat(found.group().length()));
    List<Extension> found = new ArrayList<>();
    Matcher calls = CALL.matcher(code);
    while (calls.find()) {
      int from = calls.end();
      int end = close(code, from);
      String arguments = code.substring(from, end);
      Optional<String> target = argument(arguments, "target", FIRST, 1);
      boolean otherPath = Pattern.compile("\\bpath\\s*=\\s*[^\"'\\s]").matcher(arguments).find();
      if (target.isPresent() && !otherPath) {
        Location at = location(name, code, calls.start());
        found.add(
            new Extension(
                new Located<>(target.get(), at),
                argument(arguments, "path", SECOND, 2).orElse(Manifests.CARGO),
                binding(arguments),
                strings(arguments, "features").stream()
                    .flatMap(list -> features(name, code, list, from))
                    .toList(),
                strings(arguments, "args").stream()
                    .anyMatch(list -> list.group(1).contains("--no-default-features")),
                limitedApi(name, code, arguments, from)));
      }
    }
    return found;
  }

  /** The bracket that ends the arguments; one inside a string would end them early. */
  private static int close(String code, int start) {
    int depth = 1;
    int limit = Math.min(code.length(), start + LONGEST_CALL);
    for (int i = start; i < limit; i++) {
      char c = code.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return limit;
  }

  private static Optional<String> argument(
      String arguments, String keyword, Pattern byPlace, int group) {
    Matcher named = Pattern.compile("\\b" + keyword + "\\s*=" + STRING).matcher(arguments);
    if (named.find()) {
      return Optional.of(named.group(1));
    }
    Matcher placed = byPlace.matcher(arguments);
    return placed.lookingAt() ? Optional.of(placed.group(group)) : Optional.empty();
  }

  /** The list of strings that a keyword stands before, if any. */
  private static Optional<MatchResult> strings(String arguments, String keyword) {
    Matcher list = Pattern.compile("\\b" + keyword + "\\s*=\\s*\\[([^]]*)]").matcher(arguments);
    return list.find() ? Optional.of(list.toMatchResult()) : Optional.empty();
  }

  private static Stream<Located<String>> features(
      String name, String code, MatchResult list, int from) {
    return WORD.matcher(list.group(1))
        .results()
        .map(
            word ->
                new Located<>(
                    word.group(1), location(name, code, from + list.start(1) + word.start())));
  }

  private static Optional<Located<String>> limitedApi(
      String name, String code, String arguments, int from) {
    Matcher given = LIMITED_API.matcher(arguments);
    return given.find()
        ? Optional.of(
            new Located<>(
                given.group(1).strip().replaceAll("[\"']", ""),
                location(name, code, from + given.start())))
        : Optional.empty();
  }

  /** The tag that a {@code setup.py} gives the wheel, as a plain entry of its options. */
  static WheelTag wheelTag(String name, String text) {
    Matcher comments = COMMENT.matcher(text);
    String code = comments.replaceAll(found -> " ".repeat(found.group().length()));
    Matcher tag = WHEEL_TAG.matcher(code);
    Optional<Located<String>> found =
        tag.find()
            ? Optional.of(new Located<>(tag.group(1), location(name, code, tag.start())))
            : Optional.empty();
    String rest = code;
    Matcher calls = CALL.matcher(code);
    while (calls.find()) {
      int end = close(code, calls.end());
      String call = " ".repeat(end - calls.end());
      rest = rest.substring(0, calls.end()) + call + rest.substring(end);
    }
    long said = OF_WHEELS.matcher(rest).results().count();
    long read = found.isPresent() ? OF_WHEELS.matcher(tag.group()).results().count() : 0;
    return new WheelTag(found, said != read);
  }

  private static String binding(String arguments) {
    Matcher matcher = Pattern.compile("\\bBinding\\.(\\w+)").matcher(arguments);
    return matcher.find() ? matcher.group(1) : "PyO3";
  }

  private static Location location(String name, String code, int offset) {
    int line = 1;
    int lineStart = 0;
    for (int i = code.indexOf('\n'); i >= 0 && i < offset; i = code.indexOf('\n', i + 1)) {
      line++;
      lineStart = i + 1;
    }
    return new Location(name, line, offset - lineStart + 1);
  }
}
