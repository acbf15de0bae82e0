package nl.datakade.cli.login;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import nl.datakade.cli.api.Transport;
import nl.datakade.local.StackProblem;
import tools.jackson.databind.JsonNode;

/** An identity provider and its endpoints, as it publishes them (OpenID Connect Discovery 1.0). */
record Provider(URI issuer, URI token, URI deviceAuthorization, URI revocation) {

    static final String NAME = "The identity provider";

    /** Asks the provider. */
    static Provider at(URI issuer, Transport transport) {
        requireSecure(issuer);
        var address = URI.create(issuer.toString().replaceFirst("/$", "") + "/.well-known/openid-configuration");
        var answer = transport.send(NAME, HttpRequest.newBuilder(address).build());
        var said = answer.json();
        if (!answer.isSuccess() || !said.path("issuer").asString("").equals(issuer.toString())) {
            throw new StackProblem("%s is not the address of an issuer: give the one that stands in the tokens, such as"
                            .formatted(issuer)
                    + " https://login.example.nl/realms/datakade.");
        }
        return new Provider(
                issuer,
                endpoint(said, "token_endpoint"),
                endpoint(said, "device_authorization_endpoint"),
                endpoint(said, "revocation_endpoint"));
    }

    private static URI endpoint(JsonNode said, String name) {
        var address = said.path(name).asString("");
        if (address.isEmpty()) {
            throw new StackProblem(
                    "The identity provider has no %s: it must allow the device authorization grant.".formatted(name));
        }
        var endpoint = URI.create(address);
        requireSecure(endpoint);
        return endpoint;
    }

    /** What goes over the network in the clear can be read by others; within this machine it does not leave. */
    private static void requireSecure(URI address) {
        if (!"https".equals(address.getScheme()) && !isOnThisMachine(address)) {
            throw new StackProblem(
                    "%s is not an https address: a token must not travel unencrypted.".formatted(address));
        }
    }

    private static boolean isOnThisMachine(URI address) {
        var host = address.getHost();
        try {
            return host != null && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
