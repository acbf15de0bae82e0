package nl.datakade.testkit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

class BackingServicesCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
        var wanted = TestContextAnnotationUtils.findMergedAnnotation(testClass, BackingServices.class);
        return wanted == null ? null : new BackingServicesCustomizer(wanted.value(), TestSystem.current());
    }
}
