package nl.datakade.portal.visitor;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Says whose session it is, so that a page that a browser kept shows itself to nobody else. */
@Controller
class SessionController {

    /** Empty when nobody has signed in. */
    @GetMapping("/session")
    @PreAuthorize("permitAll()")
    ResponseEntity<String> session() {
        var person = Person.of(SecurityContextHolder.getContext().getAuthentication());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.TEXT_PLAIN)
                .body(person == null ? "" : person.subject());
    }
}
