package io.github.pyo3doctor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A wheel for macOS that forgot a library which its module needs. */
public final class SampleWheel {
  private SampleWheel() {}

  /** Writes it into a folder. */
  public static Path in(Path folder) throws IOException {
    Path wheel = folder.resolve("module-1.0-cp312-abi3-macosx_11_0_arm64.whl");
    try (OutputStream out = Files.newOutputStream(wheel);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      byte[] module = Files.readAllBytes(Path.of("src/test/resources/macho/module-arm64.so"));
      add(zip, "module/module.abi3.so", module);
      add(zip, "module/__init__.py", "from .module import *\n".getBytes(StandardCharsets.UTF_8));
      String about = "Wheel-Version: 1.0\nTag: cp312-abi3-macosx_11_0_arm64\n";
      add(zip, "module-1.0.dist-info/WHEEL", about.getBytes(StandardCharsets.UTF_8));
    }
    return wheel;
  }

  private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }
}
