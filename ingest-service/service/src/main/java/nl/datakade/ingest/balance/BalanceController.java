package nl.datakade.ingest.balance;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import nl.datakade.ingest.balance.Imbalance.Kind;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/ingest/v1/balance")
@PreAuthorize("hasRole('admin')")
@EnableConfigurationProperties(BalanceProperties.class)
@Tag(name = "Balance", description = "Whether deliveries, versions, objects and announcements agree")
class BalanceController {

    private final CheckBalance check;
    private final RepairBalance repair;

    BalanceController(CheckBalance check, RepairBalance repair) {
        this.check = check;
        this.repair = repair;
    }

    /**
     * @param mended how many of each kind
     * @param balance as it is after it; what is read again comes into balance once it is read
     */
    record Repair(Map<Kind, Integer> mended, Balance balance) {}

    @GetMapping
    @Operation(
            summary = "Check the balance",
            description =
                    "Lays the database, object storage and the announcements in Kafka side by side. Everything goes"
                            + " on meanwhile.")
    Balance balance(
            @RequestParam(defaultValue = "false")
                    @Parameter(description = "Whether every byte in storage is read and hashed again")
                    boolean deep) {
        return check.check(deep);
    }

    @PostMapping("/repairs")
    @Operation(
            summary = "Mend what can be mended",
            description = "Announces what was not announced, has read again what lost its tables, removes what nobody"
                    + " holds a receipt for. Nothing is lost by it.")
    Repair repair() {
        var mended = repair.repair();
        return new Repair(mended, check.check(false));
    }
}
