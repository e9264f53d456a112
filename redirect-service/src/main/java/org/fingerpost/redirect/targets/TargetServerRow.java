package org.fingerpost.redirect.targets;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.fingerpost.redirect.routes.ServerUrl;
import org.fingerpost.redirect.routes.TargetServer;

@Entity
@Table(name = "target_server")
class TargetServerRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long providerId;
    String name;
    String configUrl;
    String firmwareUrl;

    TargetServer toTargetServer() {
        return new TargetServer(
                id, providerId, name, ServerUrl.parse(configUrl), ServerUrl.parse(firmwareUrl));
    }
}
