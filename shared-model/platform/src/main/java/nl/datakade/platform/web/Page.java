package nl.datakade.platform.web;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.web.bind.annotation.BindParam;

/**
 * Which page of a list is asked for; a controller takes it as {@code @Valid @ParameterObject Page page}.
 *
 * @param page from 1
 * @param pageSize at most 100
 */
public record Page(
        @Parameter(description = "Which page, from 1; the first when left out", example = "1") @Min(1)
        Integer page,

        @Parameter(description = "How many on a page; 20 when left out", example = "20")
        @BindParam("pageSize")
        @Min(1)
        @Max(100)
        Integer pageSize) {

    public Page {
        page = page == null ? 1 : page;
        pageSize = pageSize == null ? 20 : pageSize;
    }

    /** Rows to pass over. */
    public long offset() {
        return (page - 1L) * pageSize;
    }
}
