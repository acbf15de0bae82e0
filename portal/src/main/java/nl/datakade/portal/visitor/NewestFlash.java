package nl.datakade.portal.visitor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/** What pages hand to the next one; of many that nobody fetches the newest few, as they lie in memory until then. */
final class NewestFlash extends SessionFlashMapManager {

    private static final int MOST = 3;

    @Override
    protected void updateFlashMaps(List<FlashMap> flashMaps, HttpServletRequest request, HttpServletResponse response) {
        var many = flashMaps.size();
        super.updateFlashMaps(
                many <= MOST ? flashMaps : List.copyOf(flashMaps.subList(many - MOST, many)), request, response);
    }
}
