package nl.datakade.ingest.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RejectsWithoutRawTests {

    @Test
    void keepsWhereAndWhyAndDropsTheText() throws IOException {
        assertThat(without("""
                table,line,column,reason,reden,raw\r
                "t",3,"datum","a date","een datum","Jansen, ""Piet""\r
                012345672,x"\r
                "t",9,,"é, ""1""
                more","één","De Vries"\r
                """)).isEqualTo("""
                table,line,column,reason,reden\r
                "t",3,"datum","a date","een datum"\r
                "t",9,,"é, ""1""
                more","één"\r
                """);
    }

    @Test
    void dropsTheTextOfAListThatHasFewerColumnsBeforeIt() throws IOException {
        assertThat(without("""
                table,line,column,reason,raw\r
                "t",3,"datum","a date","Jansen, 012345672"\r
                """)).isEqualTo("""
                table,line,column,reason\r
                "t",3,"datum","a date"\r
                """);
    }

    @Test
    void showsNoRowOfAListOfWhichItDoesNotKnowWhereTheTextIs() throws IOException {
        assertThat(without("table,line,text\r\n\"t\",3,\"Jansen\"\r\n")).isEqualTo("table,line,text\r\n\r\n");
    }

    @Test
    void dropsALastRowThatBreaksOff() throws IOException {
        assertThat(without("line,reason,raw\n3,\"a date\",\"Jan")).isEqualTo("line,reason\n3,\"a date\"");
        assertThat(without("")).isEmpty();
    }

    private static String without(String csv) throws IOException {
        try (var in = new RejectsWithoutRaw(new ByteArrayInputStream(csv.getBytes(UTF_8)))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
