package nl.datakade.platform.web;

import io.swagger.v3.core.jackson.TypeNameResolver;

/** Bodies are records nested in their controllers: {@code DatasetController.View} is the schema {@code DatasetView}. */
final class SchemaNames extends TypeNameResolver {

    @Override
    protected String getNameOfClass(Class<?> type) {
        var outer = type.getEnclosingClass();
        return outer == null
                ? type.getSimpleName()
                : getNameOfClass(outer).replaceFirst("Controller$", "") + type.getSimpleName();
    }
}
