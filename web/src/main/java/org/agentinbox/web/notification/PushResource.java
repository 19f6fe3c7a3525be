package org.agentinbox.web.notification;

import static org.agentinbox.platform.JsonApi.JSON;

import java.util.UUID;

import org.agentinbox.notification.push.DeviceView;
import org.agentinbox.notification.push.PushSubscriptions;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.web.platform.JsonMessage;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The devices on which the caller gets push messages. */
@Path("/push")
@RequestScoped
public class PushResource {

    @EJB
    private PushSubscriptions subscriptions;

    /** @return the product's public key, and the caller's devices */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String push() {
        JsonArrayBuilder devices = JSON.createArrayBuilder();
        subscriptions.devices().forEach(device -> devices.add(json(device)));
        return JsonMessage.object().with("publicKey", subscriptions.publicKey()).with("devices", devices.build()).toString();
    }

    /**
     * @param body the browser's {@code PushSubscription}, and the language of its notifications
     * @return 201 with the device
     */
    @POST
    @Path("/subscriptions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response subscribe(String body, @HeaderParam("User-Agent") String userAgent) {
        JsonMessage wanted = JsonMessage.body(body);
        DeviceView device = subscriptions.subscribe(wanted.text("endpoint"), wanted.text("p256dh"), wanted.text("auth"),
            wanted.text("locale"), userAgent);
        return Response.status(Response.Status.CREATED).entity(json(device).toString()).build();
    }

    /** Removes a device. */
    @DELETE
    @Path("/subscriptions/{id}")
    public void unsubscribe(@PathParam("id") String id) {
        subscriptions.unsubscribe(device(id));
    }

    /** Sends a test to a device; answers 202, because the push service delivers it later. */
    @POST
    @Path("/subscriptions/{id}/test")
    public Response test(@PathParam("id") String id) {
        subscriptions.test(device(id));
        return Response.accepted().build();
    }

    private static UUID device(String id) {
        return Ids.parse(id).orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "There is no such device."));
    }

    private static JsonObject json(DeviceView device) {
        return JsonMessage.object().with("id", device.id()).with("label", device.label()).with("createdAt", device.createdAt())
            .with("seenAt", device.seenAt()).build();
    }
}
