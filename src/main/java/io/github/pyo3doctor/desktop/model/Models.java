package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.doctor.Doctor;

/** All that the window shows and changes, one model for each kind of work. */
public record Models(
    Doctor doctor,
    LibraryModel library,
    ExaminationModel examinations,
    FixModel fixes,
    LogModel logs,
    InspectionModel inspections,
    MachineModel machines,
    SettingsModel settings) {}
