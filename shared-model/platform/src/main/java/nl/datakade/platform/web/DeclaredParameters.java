package nl.datakade.platform.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.BeanUtils;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/**
 * The query parameters that a controller's method declares: by {@link RequestParam}, as the components of a
 * {@link ParameterObject}, and, where it reads the request itself, by {@link Parameter} on the method.
 *
 * @param lists each by its name, with whether it may be given several times
 */
record DeclaredParameters(Map<String, Boolean> lists) {

    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    static DeclaredParameters of(HandlerMethod method) {
        var lists = new TreeMap<String, Boolean>();
        for (var parameter : method.getMethodParameters()) {
            parameter.initParameterNameDiscovery(NAMES);
            var param = parameter.getParameterAnnotation(RequestParam.class);
            if (param != null) {
                lists.put(name(param.name(), parameter.getParameterName()), isList(parameter.getParameterType()));
            } else if (isBound(parameter)) {
                components(parameter.getParameterType(), lists);
            }
        }
        for (var parameter : method.getMethod().getAnnotationsByType(Parameter.class)) {
            if (parameter.in() == ParameterIn.QUERY) {
                lists.put(parameter.name(), parameter.schema().type().equals("array"));
            }
        }
        return new DeclaredParameters(Map.copyOf(lists));
    }

    private static boolean isBound(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(ParameterObject.class)
                || parameter.hasParameterAnnotation(ModelAttribute.class);
    }

    /** Of the constructor that they are bound by. */
    private static void components(Class<?> type, Map<String, Boolean> lists) {
        for (var parameter : BeanUtils.getResolvableConstructor(type).getParameters()) {
            var bound = parameter.getAnnotation(BindParam.class);
            lists.put(name(bound == null ? "" : bound.value(), parameter.getName()), isList(parameter.getType()));
        }
    }

    private static String name(String given, @Nullable String discovered) {
        return given.isEmpty() ? String.valueOf(discovered) : given;
    }

    private static boolean isList(Class<?> type) {
        return type.isArray() || Collection.class.isAssignableFrom(type);
    }

    boolean has(String name) {
        return lists.containsKey(name);
    }

    boolean isList(String name) {
        return lists.getOrDefault(name, false);
    }

    /** What may stand in the query instead of one that is not known. */
    String expected() {
        return lists.isEmpty()
                ? "{expected.no-parameters}"
                : "{expected.one-of-parameters:" + String.join(", ", new TreeSet<>(lists.keySet())) + "}";
    }
}
