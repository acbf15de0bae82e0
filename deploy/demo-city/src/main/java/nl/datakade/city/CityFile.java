package nl.datakade.city;

import java.util.List;

/** One file of a dataset: the first version, or a later one. */
record CityFile(int version, String name, FileFormat format, List<CityColumn> columns, Rows rows) {}
