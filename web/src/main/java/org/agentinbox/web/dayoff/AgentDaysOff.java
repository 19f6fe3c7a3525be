package org.agentinbox.web.dayoff;

import java.util.List;

import org.agentinbox.dayoff.DayOffOwner;
import org.agentinbox.dayoff.DayOffView;
import org.agentinbox.dayoff.DaysOffService;
import org.agentinbox.web.availability.SettingsPage;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The days off of the agent whose hours a page shows, with those of the site and of their teams, which are edited elsewhere. */
@Named
@ViewScoped
public class AgentDaysOff extends DayOffEditor {

    private static final long serialVersionUID = 1L;

    @Inject
    private SettingsPage settings;

    @PostConstruct
    void open() {
        load();
    }

    @Override
    List<DayOffView> stored(DaysOffService service) {
        return settings.agentId() == null ? List.of() : service.of(settings.agentId());
    }

    @Override
    String messages() {
        return "daysOff:said";
    }

    @Override
    DayOffOwner newFor() {
        return DayOffOwner.account(settings.agentId());
    }

    @Override
    void changed() {
        load();
        settings.drawAgain();
    }
}
