package nl.datakade.platform.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What the web framework found wrong, field by field and without quoting the input. */
final class InvalidInputs {

    private InvalidInputs() {}

    /** Empty for what is not about one input. */
    static List<InvalidInput> of(Exception failure) {
        return switch (failure) {
            case MethodArgumentNotValidException invalid -> invalid(invalid);
            case HandlerMethodValidationException invalid ->
                invalid.getParameterValidationResults().stream()
                        .flatMap(InvalidInputs::invalid)
                        .toList();
            case MethodArgumentTypeMismatchException mismatch -> List.of(mismatch(mismatch));
            case MissingServletRequestParameterException missing ->
                List.of(new InvalidInput("query", missing.getParameterName(), "{expected.given}", null, null));
            case MissingRequestHeaderException missing ->
                List.of(new InvalidInput("header", missing.getHeaderName(), "{expected.given}", null, null));
            default -> List.of();
        };
    }

    /** Where the JSON went wrong; the parser's own message quotes the input, so it is left out. */
    static InvalidInput misread(@Nullable Throwable cause) {
        if (!(cause instanceof JacksonException json)) {
            return new InvalidInput("body", null, "{expected.body}", null, null);
        }
        var place = json.getLocation();
        Integer line = place == null ? null : place.getLineNr();
        Integer column = place == null ? null : place.getColumnNr();
        if (json instanceof DatabindException mapping && !mapping.getPath().isEmpty()) {
            return new InvalidInput("body", field(mapping), expected(mapping), line, column);
        }
        return new InvalidInput("body", null, "{expected.json}", line, column);
    }

    private static List<InvalidInput> invalid(MethodArgumentNotValidException invalid) {
        var in = place(invalid.getParameter());
        return Stream.concat(
                        invalid.getFieldErrors().stream()
                                .map(error -> new InvalidInput(in, error.getField(), expected(error), null, null)),
                        invalid.getGlobalErrors().stream()
                                .map(error -> new InvalidInput(
                                        in,
                                        error.getObjectName(),
                                        String.valueOf(error.getDefaultMessage()),
                                        null,
                                        null)))
                .toList();
    }

    private static Stream<InvalidInput> invalid(ParameterValidationResult result) {
        var in = place(result.getMethodParameter());
        if (result instanceof ParameterErrors fields) {
            return fields.getFieldErrors().stream()
                    .map(error -> new InvalidInput(in, error.getField(), expected(error), null, null));
        }
        var name = String.valueOf(result.getMethodParameter().getParameterName());
        return result.getResolvableErrors().stream()
                .map(error -> new InvalidInput(in, name, String.valueOf(error.getDefaultMessage()), null, null));
    }

    private static InvalidInput mismatch(MethodArgumentTypeMismatchException mismatch) {
        var expected = expected(mismatch.getRequiredType(), mismatch.getParameter());
        return new InvalidInput(place(mismatch.getParameter()), mismatch.getName(), expected, null, null);
    }

    /** The framework's words for a value that does not convert quote the value. */
    private static String expected(FieldError error) {
        if (!error.isBindingFailure()) {
            return String.valueOf(error.getDefaultMessage());
        }
        return error.contains(TypeMismatchException.class)
                ? expected(error.unwrap(TypeMismatchException.class).getRequiredType(), null)
                : "{expected.documented-type}";
    }

    /** What a parameter of a type takes; of a list, what its elements take. */
    private static String expected(@Nullable Class<?> type, @Nullable MethodParameter parameter) {
        if (type != null && List.class.isAssignableFrom(type) && parameter != null) {
            return expected(parameter.nested().getNestedParameterType(), null);
        }
        if (type != null && type.isEnum()) {
            return "{expected.one-of:"
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "))
                    + "}";
        }
        return "{expected." + kind(type) + "}";
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "whole-number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true-or-false";
        }
        if (type == LocalDate.class) {
            return "date";
        }
        if (type == Instant.class || type == OffsetDateTime.class) {
            return "moment";
        }
        if (type == String.class) {
            return "storable-text";
        }
        return type == UUID.class ? "uuid" : "documented-type";
    }

    private static String expected(DatabindException mapping) {
        if (mapping instanceof InvalidFormatException format && format.getTargetType() == String.class) {
            return expected(String.class, null);
        }
        return mapping instanceof UnrecognizedPropertyException unknown && unknown.getKnownPropertyIds() != null
                ? "{expected.one-of-fields:"
                        + unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + "}"
                : "{expected.documented-type}";
    }

    private static String field(DatabindException mapping) {
        var field = new StringBuilder();
        for (var step : mapping.getPath()) {
            if (step.getPropertyName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return field.toString();
    }

    private static String place(MethodParameter parameter) {
        if (parameter.hasParameterAnnotation(RequestBody.class)) {
            return "body";
        }
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            return "path";
        }
        return parameter.hasParameterAnnotation(RequestHeader.class) ? "header" : "query";
    }
}
