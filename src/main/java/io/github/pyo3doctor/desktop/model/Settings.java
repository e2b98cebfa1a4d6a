package io.github.pyo3doctor.desktop.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What the app remembers from one start to the next.
 *
 * @param theme the chosen colours
 * @param zoomPercent the size of text, {@value #SMALLEST_ZOOM} to {@value #LARGEST_ZOOM}
 * @param width of the window, in pixels
 * @param height of the window, in pixels
 * @param recent projects examined, the latest first
 */
public record Settings(
    Theme theme, int zoomPercent, double width, double height, List<RecentProject> recent) {
  /** What a first start begins with. */
  public static final Settings DEFAULT = new Settings(Theme.SYSTEM, 100, 1180, 780, List.of());

  private static final int SMALLEST_ZOOM = 80;
  private static final int LARGEST_ZOOM = 200;
  private static final int MOST_RECENT = 8;

  /**
   * A project examined earlier.
   *
   * @param path its folder
   * @param verdict what was found then, in a few words
   */
  public record RecentProject(String path, String verdict) {}

  /** The same with other colours. */
  public Settings with(Theme other) {
    return new Settings(other, zoomPercent, width, height, recent);
  }

  /** The same with text larger or smaller by that many steps of ten per cent. */
  public Settings zoomed(int steps) {
    int zoom = Math.clamp(zoomPercent + 10L * steps, SMALLEST_ZOOM, LARGEST_ZOOM);
    return new Settings(theme, zoom, width, height, recent);
  }

  /** The same with text at its ordinary size. */
  public Settings unzoomed() {
    return new Settings(theme, DEFAULT.zoomPercent, width, height, recent);
  }

  /** The same for a window of that size. */
  public Settings sized(double newWidth, double newHeight) {
    return new Settings(theme, zoomPercent, newWidth, newHeight, recent);
  }

  /** The same with that project as the latest. */
  public Settings examined(RecentProject project) {
    List<RecentProject> projects = new ArrayList<>();
    projects.add(project);
    for (RecentProject other : recent) {
      if (!other.path().equals(project.path()) && projects.size() < MOST_RECENT) {
        projects.add(other);
      }
    }
    return new Settings(theme, zoomPercent, width, height, List.copyOf(projects));
  }
}
