package io.github.pyo3doctor.project;

import io.github.pyo3doctor.files.TextFiles;
import io.github.pyo3doctor.snapshot.NotExamined;
import io.github.pyo3doctor.snapshot.Position;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds every manifest below a folder. Passes over hidden folders, virtual environments, {@code
 * node_modules} and build output, and follows no symbolic link to a folder, so it neither leaves
 * the tree nor loops.
 */
final class TreeWalk implements FileVisitor<Path> {
  /** More than any project has; keeps a walk over a whole disk within bounds. */
  static final int MOST_MANIFESTS = 20_000;

  /** Deeper than any project is nested. */
  static final int DEEPEST = 64;

  private final ProjectFiles files;
  private final List<Path> cargo = new ArrayList<>();
  private final List<Path> pyproject = new ArrayList<>();
  private final List<Path> setup = new ArrayList<>();

  private TreeWalk(ProjectFiles files) {
    this.files = files;
  }

  /** The manifests found, in the order of their paths. */
  record Found(List<Path> cargo, List<Path> pyproject, List<Path> setup) {}

  static Found walk(ProjectFiles files) throws IOException {
    TreeWalk walk = new TreeWalk(files);
    Files.walkFileTree(files.folder(), EnumSet.noneOf(FileVisitOption.class), DEEPEST, walk);
    Collections.sort(walk.cargo);
    Collections.sort(walk.pyproject);
    Collections.sort(walk.setup);
    return new Found(walk.cargo, walk.pyproject, walk.setup);
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    files.checkCancelled();
    if (folder.equals(files.folder())) {
      return FileVisitResult.CONTINUE;
    }
    String name = String.valueOf(folder.getFileName());
    if (name.equals(Manifests.CARGO) || name.equals(Manifests.PYPROJECT)) {
      note(folder, "is a folder, not a file");
      return FileVisitResult.SKIP_SUBTREE;
    }
    return isPassedOver(folder, name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (attributes.isDirectory()) {
      note(file, "lies more than " + DEEPEST + " folders deep and was not looked into");
      return FileVisitResult.CONTINUE;
    }
    String name = String.valueOf(file.getFileName());
    boolean isCargo = name.equals(Manifests.CARGO);
    boolean isSetup = name.equals(Manifests.SETUP);
    if (!isCargo && !isSetup && !name.equals(Manifests.PYPROJECT)) {
      return FileVisitResult.CONTINUE;
    }
    if (isCargo && attributes.isSymbolicLink() && leadsToAnother(file)) {
      return FileVisitResult.CONTINUE;
    }
    if (cargo.size() + pyproject.size() + setup.size() >= MOST_MANIFESTS) {
      note(
          file,
          "comes after " + MOST_MANIFESTS + " other manifests and was not read, nor were more");
      return FileVisitResult.TERMINATE;
    }
    (isCargo ? cargo : isSetup ? setup : pyproject).add(file);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
    if (file.equals(files.folder())) {
      throw failure;
    }
    note(file, TextFiles.reason(failure));
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
    if (failure != null) {
      note(folder, TextFiles.reason(failure));
    }
    return FileVisitResult.CONTINUE;
  }

  /**
   * Cargo marks its build output with {@code CACHEDIR.TAG}, but a copied or cleaned one may lack
   * it.
   */
  private static boolean isPassedOver(Path folder, String name) {
    return name.startsWith(".")
        || name.equals("node_modules")
        || name.equals("site-packages")
        || Files.exists(folder.resolve("pyvenv.cfg"))
        || Files.exists(folder.resolve("CACHEDIR.TAG"))
        || (name.equals("target") && isBuildOutput(folder));
  }

  private static boolean isBuildOutput(Path target) {
    return Files.exists(Objects.requireNonNull(target.getParent()).resolve(Manifests.CARGO))
        && !Files.exists(target.resolve(Manifests.CARGO))
        && !Files.exists(target.resolve("src"));
  }

  /** Whether it is a link to a manifest that the walk finds where it is; that is noted. */
  private boolean leadsToAnother(Path link) {
    try {
      Path root = files.folder().toRealPath();
      Path real = link.toRealPath();
      boolean found =
          real.startsWith(root) && real.endsWith(Manifests.CARGO) && !isInPassedOver(root, real);
      if (found) {
        String reason = "is a link to " + root.relativize(real) + ", which is read there";
        files.note(NotExamined.Kind.NOTHING, files.relative(link), Position.START, reason);
      }
      return found;
    } catch (IOException broken) {
      return false; // it is read, and why that fails is noted
    }
  }

  private static boolean isInPassedOver(Path root, Path file) {
    Path folder = Objects.requireNonNull(file.getParent());
    while (!folder.equals(root)) {
      if (isPassedOver(folder, String.valueOf(folder.getFileName()))) {
        return true;
      }
      folder = Objects.requireNonNull(folder.getParent());
    }
    return false;
  }

  private void note(Path path, String reason) {
    files.note(NotExamined.Kind.FILE, files.relative(path), Position.START, reason);
  }
}
