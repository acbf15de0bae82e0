package nl.datakade.cli.login;

import java.net.URI;
import java.net.http.HttpRequest;
import nl.datakade.client.Encrypted;
import nl.datakade.client.Transport;
import nl.datakade.local.StackProblem;
import tools.jackson.databind.JsonNode;

/** An identity provider and its endpoints, as it publishes them (OpenID Connect Discovery 1.0). */
record Provider(URI issuer, URI token, URI deviceAuthorization, URI revocation) {

    static final String NAME = "The identity provider";

    /** Asks the provider. */
    static Provider at(URI issuer, Transport transport) {
        Encrypted.require(issuer);
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
        Encrypted.require(endpoint);
        return endpoint;
    }
}
