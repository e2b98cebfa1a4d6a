package io.github.pyo3doctor.snapshot;

/**
 * One place where a loader looks for a library.
 *
 * @param directory the directory, or what stands for one ({@code already loaded}, {@code API set})
 * @param rule why it looks there, in the loader's terms: {@code PATH}, {@code DT_RUNPATH}, {@code
 *     application directory}
 * @param result what it meets: {@code taken}, {@code not there}, {@code wrong architecture (x86)}
 */
public record SearchStep(String directory, String rule, String result) {}
