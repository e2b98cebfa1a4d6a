package io.github.pyo3doctor.guide;

import io.github.pyo3doctor.faq.Pyo3Release;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The guides found, and which of them to read.
 *
 * @param found newest first, each release as often as it is here
 * @param locked the PyO3 that the project's {@code Cargo.lock} pins; empty without one
 * @param cargoHome where Cargo keeps what it has downloaded
 */
public record Guides(List<Guide> found, Optional<Pyo3Release> locked, Path cargoHome) {
  /** The releases found, newest first, each once. */
  public List<Pyo3Release> releases() {
    return List.copyOf(new TreeSet<>(found.stream().map(Guide::release).toList()).descendingSet());
  }

  /**
   * The guide of the release that the project locks; else the newest of its series, else the newest
   * of all, with a remark.
   *
   * @throws GuideNotFoundException when there is no guide on this machine
   */
  public GuideChoice choose() throws GuideNotFoundException {
    if (found.isEmpty()) throw new GuideNotFoundException(nothingFound());
    Guide newest = found.getFirst();
    if (locked.isEmpty()) {
      String remark =
          "no Cargo.lock here pins PyO3; this is the newest guide on this machine, "
              + newest.release().version();
      return new GuideChoice(newest, Optional.of(remark));
    }
    Optional<Guide> exact = first(locked.get());
    if (exact.isPresent()) return new GuideChoice(exact.get(), Optional.empty());
    Guide near = ofSeries(locked.get().series()).orElse(newest);
    return new GuideChoice(
        near,
        Optional.of(
            "your project locks %s; its guide is not on this machine; this is %s"
                .formatted(locked.get().version(), near.release().version())));
  }

  /**
   * The guide of a release that was asked for.
   *
   * @param asked {@code 0.29.2}, or {@code 0.29} for the newest of that series
   * @throws GuideNotFoundException when it is not on this machine
   */
  public GuideChoice choose(Pyo3Release asked) throws GuideNotFoundException {
    if (found.isEmpty()) throw new GuideNotFoundException(nothingFound());
    Optional<Guide> guide = first(asked);
    if (guide.isEmpty() && asked.version().equals(asked.series())) {
      guide = ofSeries(asked.series());
    }
    if (guide.isEmpty()) {
      String here = releases().stream().map(Pyo3Release::version).collect(Collectors.joining(", "));
      throw new GuideNotFoundException(
          "the guide of PyO3 " + asked.version() + " is not on this machine; it has " + here);
    }
    return new GuideChoice(guide.get(), Optional.empty());
  }

  private Optional<Guide> first(Pyo3Release release) {
    return found.stream().filter(guide -> guide.release().equals(release)).findFirst();
  }

  private Optional<Guide> ofSeries(String series) {
    return found.stream().filter(guide -> guide.release().series().equals(series)).findFirst();
  }

  private String nothingFound() {
    return ("no guide of PyO3 is on this machine: looked in %s (registry and git/checkouts) and for"
            + " vendored crates; run `cargo fetch` in any project that uses PyO3")
        .formatted(cargoHome);
  }
}
