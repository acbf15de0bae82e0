package nl.datakade.city;

import static nl.datakade.city.CityColumn.decimal;
import static nl.datakade.city.CityColumn.text;
import static nl.datakade.city.CityColumn.timestamp;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** What twelve sensors measured in the air, hour by hour, as the supplier's platform exports it: Parquet, UTC. */
record AirQuality(Kadestad city, Weather weather) implements Source {
    @Override
    public String dataset() {
        return "luchtkwaliteit";
    }

    @Override
    public List<CityFile> files() {
        List<CityColumn> columns = List.of(
                text("sensor_id"),
                text("buurtcode"),
                timestamp("gemeten_op"),
                decimal("no2_ugm3"),
                decimal("pm10_ugm3"),
                decimal("pm25_ugm3"),
                decimal("temperatuur_c"),
                decimal("wind_ms"));
        return List.of(new CityFile(1, "luchtkwaliteit_2026q1.parquet", new ParquetFormat(), columns, this::write));
    }

    private void write(RowWriter file) throws IOException {
        for (int sensor = 0; sensor < 12; sensor++) {
            var draw = new Draw(dataset() + sensor);
            Neighbourhood neighbourhood = city.neighbourhoods().get(sensor * 7 % 42);
            for (int day = 0; day < 90; day++) {
                LocalDate date = LocalDate.of(2026, 1, 1).plusDays(day);
                for (int hour = 0; hour < 24; hour++) {
                    Weather.Hour sky = weather.at(date, hour);
                    double still = 1.7 / (1 + sky.wind() / 4);
                    double dust = Math.max(2, draw.normal(19 * still + 2 * Rhythm.traffic(date, hour), 2.5));
                    double exhaust = (9 + 13 * neighbourhood.bustle() * Rhythm.traffic(date, hour)) * still;
                    boolean failed = draw.chance(0.004);
                    file.row(
                            "LML-%02d".formatted(sensor + 1),
                            neighbourhood.code(),
                            date.atTime(hour, 0),
                            failed ? null : Draw.rounded(Math.max(1, draw.normal(exhaust, 1.8)), 3),
                            Draw.rounded(dust, 3),
                            Draw.rounded(dust * draw.between(0.5, 0.68), 3),
                            Draw.rounded(sky.temperature(), 3),
                            Draw.rounded(sky.wind(), 3));
                }
            }
        }
    }
}
