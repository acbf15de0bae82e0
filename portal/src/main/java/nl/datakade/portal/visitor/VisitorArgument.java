package nl.datakade.portal.visitor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Hands a controller its visitor, with a token that is renewed when it has run out; who cannot be renewed signs in again. */
final class VisitorArgument implements HandlerMethodArgumentResolver {

    private final OAuth2AuthorizedClientManager clients;

    VisitorArgument(OAuth2AuthorizedClientManager clients) {
        this.clients = clients;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visitor.class;
    }

    @Override
    public @Nullable Visitor resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var person = Person.of(authentication);
        if (person == null || !(authentication instanceof OAuth2AuthenticationToken session)) {
            if (parameter.isOptional()) {
                return null;
            }
            throw new ClientAuthorizationRequiredException(SignIn.KEYCLOAK);
        }
        var servlet = (HttpServletRequest) request.getNativeRequest();
        var client = renewed(session, servlet, (HttpServletResponse) request.getNativeResponse());
        var visitor = new Visitor(person, RequestContextUtils.getLocale(servlet), client);
        servlet.setAttribute(Visitor.class.getName(), visitor);
        return visitor;
    }

    private String renewed(
            OAuth2AuthenticationToken session, HttpServletRequest request, @Nullable HttpServletResponse response) {
        var registration = session.getAuthorizedClientRegistrationId();
        var wanted = OAuth2AuthorizeRequest.withClientRegistrationId(registration)
                .principal(session)
                .attribute(HttpServletRequest.class.getName(), request);
        if (response != null) {
            wanted.attribute(HttpServletResponse.class.getName(), response);
        }
        try {
            var client = clients.authorize(wanted.build());
            if (client == null) {
                throw new ClientAuthorizationRequiredException(registration);
            }
            return client.getAccessToken().getTokenValue();
        } catch (ClientAuthorizationRequiredException e) {
            throw e;
        } catch (ClientAuthorizationException e) {
            throw new ClientAuthorizationRequiredException(registration);
        }
    }
}
