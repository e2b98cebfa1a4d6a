package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.doctor.Doctor;

/** All that the window shows and changes, one model for each kind of work. */
public record Models(
    Doctor doctor,
    LibraryModel library,
    ExaminationModel examinations,
    FilterModel filters,
    FixModel fixes,
    LogModel logs,
    InspectionModel inspections,
    MachineModel machines,
    GuidedModel guided,
    SettingsModel settings) {

  /**
   * The models of a window that nothing was done in yet.
   *
   * @param library read before, while the window is made
   */
  public static Models of(
      Doctor doctor, LibraryModel library, SettingsModel settings, Threads threads) {
    ExaminationModel examinations = new ExaminationModel(doctor, threads);
    FixModel fixes = new FixModel(doctor.mending(), threads);
    return new Models(
        doctor,
        library,
        examinations,
        new FilterModel(),
        fixes,
        new LogModel(doctor, threads),
        new InspectionModel(doctor::inspect, threads),
        new MachineModel(doctor::machine, doctor::redacted, threads),
        new GuidedModel(doctor, examinations, fixes, settings, threads),
        settings);
  }
}
