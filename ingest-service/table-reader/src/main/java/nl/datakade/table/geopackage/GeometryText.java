package nl.datakade.table.geopackage;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Geometry in a GeoPackage's own binary (OGC 12-128, annex on geometry encoding) as well-known text. */
final class GeometryText {

    private static final String[] NAMES = {
        "", "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION"
    };
    private static final int[] ENVELOPES = {0, 32, 48, 48, 64};
    private static final int MAX_DEPTH = 20;

    private final ByteBuffer bytes;
    private final StringBuilder text = new StringBuilder();

    private GeometryText(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** The text, or null when the bytes are no geometry or an empty one. */
    static @Nullable String of(byte[] packed) {
        if (packed.length < 8 || packed[0] != 'G' || packed[1] != 'P') {
            return null;
        }
        int envelope = (packed[3] >> 1) & 7;
        if (envelope > 4 || (packed[3] & 0x10) != 0) {
            return null;
        }
        var buffer = ByteBuffer.wrap(packed).position(Math.min(packed.length, 8 + ENVELOPES[envelope]));
        try {
            var geometry = new GeometryText(buffer);
            return geometry.geometry(true, 0) ? geometry.text.toString() : null;
        } catch (BufferUnderflowException cutOff) {
            return null;
        }
    }

    private boolean geometry(boolean named, int depth) {
        bytes.order(bytes.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int code = bytes.getInt();
        int type = (code & 0xFFFF) % 1000;
        int extra = (code & 0xFFFF) / 1000 + ((code & 0x80000000) != 0 ? 1 : 0) + ((code & 0x40000000) != 0 ? 2 : 0);
        int ordinates = extra == 0 ? 2 : extra == 3 ? 4 : 3;
        if (type < 1 || type > 7 || depth > MAX_DEPTH) {
            return false;
        }
        if (named) {
            text.append(NAMES[type]).append(' ');
        }
        return switch (type) {
            case 1 -> points(1, ordinates);
            case 2 -> points(bytes.getInt(), ordinates);
            case 3 -> rings(ordinates);
            default -> parts(type == 7, depth);
        };
    }

    private boolean points(int count, int ordinates) {
        text.append('(');
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(plain(bytes.getDouble()))
                    .append(' ')
                    .append(plain(bytes.getDouble()));
            for (int z = 2; z < ordinates; z++) {
                bytes.getDouble();
            }
        }
        text.append(')');
        return count > 0;
    }

    private boolean rings(int ordinates) {
        int count = bytes.getInt();
        text.append('(');
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : ", ");
            if (!points(bytes.getInt(), ordinates)) {
                return false;
            }
        }
        text.append(')');
        return count > 0;
    }

    private boolean parts(boolean named, int depth) {
        int count = bytes.getInt();
        text.append('(');
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : ", ");
            if (!geometry(named, depth + 1)) {
                return false;
            }
        }
        text.append(')');
        return count > 0;
    }

    private static String plain(double ordinate) {
        return ordinate == Math.rint(ordinate) && Math.abs(ordinate) < 1e15
                ? Long.toString((long) ordinate)
                : Double.toString(ordinate);
    }
}
