package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Position;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Where a project says that a folder which is not there is made when it is built: Git leaves it
 * out, or a script, a task runner or continuous integration writes to it. Lines are looked at one
 * by one; what they do is not evaluated.
 */
final class FolderMakers {
  private static final String IGNORED = ".gitignore";
  private static final int LIMIT_BYTES = 512 * 1024;
  private static final int MOST_FILES = 200;

  /** Beside what runs builds. */
  private static final Set<String> FURTHER = Set.of("CMakeLists.txt", "setup.py", ".gitmodules");

  /** Folders in which scripts lie. */
  private static final List<String> FOLDERS =
      List.of("", "scripts", "script", "tools", "ci", ".ci", ".github/workflows");

  private static final String SCRIPTS = "*.{sh,bash,ps1,bat,py,yml,yaml,mk}";

  /** What a line does that makes a folder, in a shell, in Python or in Rust. */
  private static final Pattern WRITES =
      Pattern.compile(
          "\\b(mkdir|makedirs|cp|mv|ln|rsync|touch|tee|unzip|tar|clone|submodule|copy|copytree|xcopy"
              + "|robocopy|New-Item|Copy-Item|create_dir|create_dir_all|generate|codegen|protoc|write|write_text"
              + "|open)\\b|>|(^|\\s)-{1,2}o(ut[\\w-]*)?\\b|_out=|^path\\s*=");

  private final ProjectFiles files;
  private final Path base;

  /**
   * @param base the folder of the {@code pyproject.toml}
   */
  FolderMakers(ProjectFiles files, Path base) {
    this.files = files;
    this.base = base;
  }

  /** The first line that says so; in a build script, one that names the folder. */
  Optional<Located<String>> of(Path folder, Path buildScript) {
    for (Path each = folder.getParent();
        each != null && each.startsWith(files.folder());
        each = each.getParent()) {
      Optional<Located<String>> ignored = ignored(each, folder);
      if (ignored.isPresent()) {
        return ignored;
      }
    }
    Pattern named = named(folder);
    return first(buildScript, named, named)
        .or(
            () ->
                settings().stream()
                    .flatMap(file -> first(file, named, WRITES).stream())
                    .findFirst());
  }

  private Optional<Located<String>> first(Path file, Pattern naming, Pattern writing) {
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.startsWith("#") && !line.startsWith("//")) {
        Matcher named = naming.matcher(line);
        boolean target = named.lookingAt() && line.substring(named.end()).startsWith(":");
        if (target || (named.reset().find() && writing.matcher(line).find())) {
          return Optional.of(located(file, i, line));
        }
      }
    }
    return Optional.empty();
  }

  private Located<String> located(Path file, int line, String text) {
    return new Located<>(text, Location.in(files.relative(file), new Position(line + 1, 1)));
  }

  private List<String> lines(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        ? files.read(file, LIMIT_BYTES).map(text -> text.lines().toList()).orElse(List.of())
        : List.of();
  }

  /** The folder as a path from the build's folder or from the project's, also below a variable. */
  private Pattern named(Path folder) {
    String near = base.relativize(folder).toString().replace('\\', '/');
    String far = files.relative(folder);
    return Pattern.compile(
        "(?<![\\w./-])(?:\\./|\\$\\{?\\w+\\}?/|\\$\\(\\w+\\)/|\\$\\{\\{[^}]*\\}\\}/)*(?:%s|%s)(?![\\w.-])"
            .formatted(Pattern.quote(near), Pattern.quote(far)));
  }

  private Collection<Path> settings() {
    Set<Path> found = new LinkedHashSet<>();
    for (Path each : new LinkedHashSet<>(List.of(base, files.folder()))) {
      for (Set<String> names : List.of(Automation.TASKS, Automation.INTEGRATION, FURTHER)) {
        names.stream().sorted().forEach(name -> found.add(each.resolve(name)));
      }
      FOLDERS.forEach(name -> addScripts(each.resolve(name), found));
    }
    return found;
  }

  private static void addScripts(Path folder, Set<Path> found) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> scripts = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, SCRIPTS)) {
      entries.forEach(scripts::add);
    } catch (IOException unreadable) {
      return; // as if there were none
    }
    scripts.sort(null);
    scripts.stream().limit(MOST_FILES).forEach(found::add);
  }

  /** The line of one {@code .gitignore} that leaves the folder out, the last one that says it. */
  private Optional<Located<String>> ignored(Path holder, Path folder) {
    Path file = holder.resolve(IGNORED);
    Optional<Located<String>> found = Optional.empty();
    List<String> lines = folder.startsWith(holder) ? lines(file) : List.of();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      boolean back = line.startsWith("!");
      if (!line.startsWith("#") && leavesOut(back ? line.substring(1) : line, holder, folder)) {
        found = back ? Optional.empty() : Optional.of(located(file, i, line));
      }
    }
    return found;
  }

  private static boolean leavesOut(String pattern, Path holder, Path folder) {
    String name = pattern.replaceAll("/\\*{0,2}$", "");
    boolean anchored = name.contains("/");
    String glob = name.startsWith("/") ? name.substring(1) : name;
    if (!glob.matches(".*\\w.*")) {
      return false; // it names nothing
    }
    PathMatcher matcher;
    try {
      matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    } catch (PatternSyntaxException malformed) {
      return false;
    }
    Path inside = holder.relativize(folder);
    for (int end = 1; end <= inside.getNameCount(); end++) {
      if (matcher.matches(anchored ? inside.subpath(0, end) : inside.getName(end - 1))) {
        return true;
      }
    }
    return anchored && glob.startsWith(inside.toString().replace('\\', '/') + "/");
  }
}
