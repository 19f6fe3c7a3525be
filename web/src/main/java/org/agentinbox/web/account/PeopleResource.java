package org.agentinbox.web.account;

import static org.agentinbox.platform.JsonApi.JSON;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.account.AccountService;
import org.agentinbox.account.AccountView;
import org.agentinbox.account.Directory;
import org.agentinbox.account.Photo;
import org.agentinbox.platform.Ids;
import org.agentinbox.web.platform.JsonMessage;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Who is signed in, and what people look like. */
@Path("/")
@RequestScoped
public class PeopleResource {

    @EJB
    private AccountService accounts;
    @Inject
    private Directory directory;

    /** @return the caller's own account; 401 where nobody is signed in */
    @GET
    @Path("/me")
    @Produces(MediaType.APPLICATION_JSON)
    public String me() {
        AccountView me = accounts.me();
        JsonArrayBuilder roles = JSON.createArrayBuilder();
        me.roles().forEach(role -> roles.add(role.name()));
        return JsonMessage.object().with("id", me.id()).with("userName", me.userName()).with("name", me.displayName())
            .with("roles", roles.build()).with("photoUrl", PhotoAddress.of("/inbox", me.id(), me.photoTag())).with("locale", me.locale())
            .toString();
    }

    /**
     * @param id of an account
     * @return the picture, or the initials of who has none; open to all, since visitors see it
     */
    @GET
    @Path("/agents/{id}/photo")
    public Response photo(@PathParam("id") String id) {
        UUID account = Ids.parse(id).orElseThrow(NotFoundException::new);
        Photo photo = accounts.photo(account)
            .or(() -> Optional.ofNullable(directory.people(Set.of(account)).get(account)).map(Initials::of))
            .orElseThrow(NotFoundException::new);
        return Response.ok(photo.content(), photo.mediaType()).header("Cache-Control", "public, max-age=3600")
            .header("Cross-Origin-Resource-Policy", "cross-origin")
            .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox").build();
    }
}
