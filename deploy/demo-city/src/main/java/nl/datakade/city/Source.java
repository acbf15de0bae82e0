package nl.datakade.city;

import java.util.List;

/** The system behind one dataset: which files it sends, one for every version. */
interface Source {
    String dataset();

    List<CityFile> files();
}
