package nl.datakade.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.datakade.local.ProcessStatus;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StatusCommandTests {

    @Test
    void theReportHasTheShapeThatScriptsReadIt() {
        var report = StatusCommand.Report.of(List.of(
                new ProcessStatus("ingest", ProcessStatus.State.UP, "http://localhost:8081", 42, 1024),
                new ProcessStatus("portal", ProcessStatus.State.DOWN, "http://localhost:8080", 0, 0)));
        assertThat(new JsonMapper().writeValueAsString(report)).isEqualTo("""
                        {"processes":[\
                        {"name":"ingest","state":"up","url":"http://localhost:8081","pid":42,"residentBytes":1024},\
                        {"name":"portal","state":"down","url":"http://localhost:8080","pid":null,"residentBytes":0}]}""");
    }
}
