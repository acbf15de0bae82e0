package nl.datakade.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapWatchTests {
    @Test
    void theHeapIsTheSumOfItsPools() {
        assertThat(HeapWatch.used("""
                        # TYPE jvm_memory_used_bytes gauge
                        jvm_memory_used_bytes{area="heap",id="Eden Space"} 1000000.0
                        jvm_memory_used_bytes{area="heap",id="Tenured Gen"} 2.5E7
                        jvm_memory_used_bytes{area="nonheap",id="Metaspace"} 9.0E7
                        """)).isEqualTo(26_000_000);
    }
}
