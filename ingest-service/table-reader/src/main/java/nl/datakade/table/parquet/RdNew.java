package nl.datakade.table.parquet;

/** Amersfoort / RD New (EPSG:28992) in PROJJSON, as GeoParquet tells reference systems: the engine knows none by number. */
final class RdNew {

    static final String PROJJSON = """
            {"type": "ProjectedCRS", "name": "Amersfoort / RD New",
             "base_crs": {"name": "Amersfoort",
              "datum": {"type": "GeodeticReferenceFrame", "name": "Amersfoort",
               "ellipsoid": {"name": "Bessel 1841", "semi_major_axis": 6377397.155, "inverse_flattening": 299.1528128}},
              "coordinate_system": {"subtype": "ellipsoidal", "axis": [
               {"name": "Geodetic latitude", "abbreviation": "Lat", "direction": "north", "unit": "degree"},
               {"name": "Geodetic longitude", "abbreviation": "Lon", "direction": "east", "unit": "degree"}]},
              "id": {"authority": "EPSG", "code": 4289}},
             "conversion": {"name": "RD New",
              "method": {"name": "Oblique Stereographic", "id": {"authority": "EPSG", "code": 9809}},
              "parameters": [
               {"name": "Latitude of natural origin", "value": 52.1561605555556, "unit": "degree"},
               {"name": "Longitude of natural origin", "value": 5.38763888888889, "unit": "degree"},
               {"name": "Scale factor at natural origin", "value": 0.9999079, "unit": "unity"},
               {"name": "False easting", "value": 155000, "unit": "metre"},
               {"name": "False northing", "value": 463000, "unit": "metre"}]},
             "coordinate_system": {"subtype": "Cartesian", "axis": [
              {"name": "Easting", "abbreviation": "X", "direction": "east", "unit": "metre"},
              {"name": "Northing", "abbreviation": "Y", "direction": "north", "unit": "metre"}]},
             "id": {"authority": "EPSG", "code": 28992}}""";

    private RdNew() {}
}
