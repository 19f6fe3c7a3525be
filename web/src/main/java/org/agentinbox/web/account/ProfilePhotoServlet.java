package org.agentinbox.web.account;

import java.io.IOException;
import java.io.InputStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

import org.agentinbox.account.PhotoCrop;
import org.agentinbox.account.PhotoRefusedException;
import org.agentinbox.account.ProfileService;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

import jakarta.ejb.EJB;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;

/**
 * Takes the picture of who is signed in, as a form in parts: {@code photo}, and {@code x}, {@code y} and {@code size} of the square that is
 * kept, without which it is the largest in the middle. Any other form removes the picture. How much is read at all is decided by
 * {@code BodyLimits}.
 */
@WebServlet("/profile-photo")
@MultipartConfig
public class ProfilePhotoServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(ProfilePhotoServlet.class.getName());
    private static final Pattern PIXELS = Pattern.compile("\\d{1,5}");

    @EJB
    private transient ProfileService profiles;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        response.sendRedirect(request.getContextPath() + "/profile?photo=" + outcome(request));
    }

    private String outcome(HttpServletRequest request) throws ServletException {
        if (!isInParts(request)) {
            profiles.removePhoto();
            return "removed";
        }
        try {
            profiles.changePhoto(content(request), crop(request));
            return "changed";
        } catch (PhotoRefusedException e) {
            return e.problem().name();
        } catch (RefusedException e) {
            if (e.refusal() != Refusal.BUSY) {
                throw e;
            }
            return "BUSY";
        } catch (IOException | IllegalStateException e) {
            LOG.log(Level.FINE, "A form that could not be read", e);
            return "UNREADABLE";
        }
    }

    private static boolean isInParts(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    private static byte[] content(HttpServletRequest request) throws IOException, ServletException {
        Part part = request.getPart("photo");
        if (part == null) {
            return new byte[0];
        }
        try (InputStream in = part.getInputStream()) {
            return in.readNBytes(ProfileService.MOST_PHOTO_BYTES + 1);
        }
    }

    private static PhotoCrop crop(HttpServletRequest request) {
        String[] pixels = {request.getParameter("x"), request.getParameter("y"), request.getParameter("size")};
        for (String number : pixels) {
            if (number == null || !PIXELS.matcher(number).matches()) {
                return null;
            }
        }
        return new PhotoCrop(Integer.parseInt(pixels[0]), Integer.parseInt(pixels[1]), Integer.parseInt(pixels[2]));
    }
}
