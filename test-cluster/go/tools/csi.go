package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/container-storage-interface/spec/lib/go/csi"
	"golang.org/x/sys/unix"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	registration "k8s.io/kubelet/pkg/apis/pluginregistration/v1"
)

// shareAttribute names the directory of a volume. Without it the volume's handle does, so that a volume may have a
// handle of its own, or not, and still lead to the data of another.
const shareAttribute = "share"

// csiDriver serves volumes that are directories of this machine, under each of several drivers' names.
func csiDriver(arguments []string) error {
	if len(arguments) < 4 {
		return errors.New("usage: csi-driver NODE_NAME KUBELET_DIRECTORY DATA_DIRECTORY DRIVER_NAME...")
	}
	node, kubelet, data := arguments[0], arguments[1], arguments[2]
	failures := make(chan error)
	for _, name := range arguments[3:] {
		plugin := &plugin{
			name:   name,
			node:   node,
			data:   data,
			socket: filepath.Join(kubelet, "plugins", name, "csi.sock"),
		}
		go func() { failures <- plugin.serve(filepath.Join(kubelet, "plugins_registry", name+"-reg.sock")) }()
	}
	return <-failures
}

// A plugin is one driver: to kubelet, which finds it by its second socket, and to CSI.
type plugin struct {
	csi.UnimplementedIdentityServer
	csi.UnimplementedNodeServer
	registration.UnimplementedRegistrationServer
	name, node, data, socket string
}

func (p *plugin) serve(registrationSocket string) error {
	driver := grpc.NewServer()
	csi.RegisterIdentityServer(driver, p)
	csi.RegisterNodeServer(driver, p)
	listener, err := listen(p.socket)
	if err != nil {
		return err
	}
	failures := make(chan error)
	go func() { failures <- driver.Serve(listener) }()

	register := grpc.NewServer()
	registration.RegisterRegistrationServer(register, p)
	registrationListener, err := listen(registrationSocket)
	if err != nil {
		return err
	}
	go func() { failures <- register.Serve(registrationListener) }()
	return <-failures
}

func listen(socket string) (net.Listener, error) {
	if err := os.MkdirAll(filepath.Dir(socket), 0o755); err != nil {
		return nil, err
	}
	return net.Listen("unix", socket)
}

func (p *plugin) GetInfo(context.Context, *registration.InfoRequest) (*registration.PluginInfo, error) {
	return &registration.PluginInfo{
		Type:              registration.CSIPlugin,
		Name:              p.name,
		Endpoint:          p.socket,
		SupportedVersions: []string{"1.0.0"},
	}, nil
}

func (p *plugin) NotifyRegistrationStatus(
	_ context.Context, result *registration.RegistrationStatus,
) (*registration.RegistrationStatusResponse, error) {
	fmt.Printf("%s: registered=%t %s\n", p.name, result.PluginRegistered, result.Error)
	return &registration.RegistrationStatusResponse{}, nil
}

func (p *plugin) GetPluginInfo(context.Context, *csi.GetPluginInfoRequest) (*csi.GetPluginInfoResponse, error) {
	return &csi.GetPluginInfoResponse{Name: p.name, VendorVersion: "1"}, nil
}

func (p *plugin) GetPluginCapabilities(
	context.Context, *csi.GetPluginCapabilitiesRequest,
) (*csi.GetPluginCapabilitiesResponse, error) {
	return &csi.GetPluginCapabilitiesResponse{}, nil
}

func (p *plugin) Probe(context.Context, *csi.ProbeRequest) (*csi.ProbeResponse, error) {
	return &csi.ProbeResponse{}, nil
}

func (p *plugin) NodeGetInfo(context.Context, *csi.NodeGetInfoRequest) (*csi.NodeGetInfoResponse, error) {
	return &csi.NodeGetInfoResponse{NodeId: p.node}, nil
}

func (p *plugin) NodeGetCapabilities(
	context.Context, *csi.NodeGetCapabilitiesRequest,
) (*csi.NodeGetCapabilitiesResponse, error) {
	return &csi.NodeGetCapabilitiesResponse{}, nil
}

// NodePublishVolume mounts the volume's directory, which is made if need be, at the target.
func (p *plugin) NodePublishVolume(
	_ context.Context, request *csi.NodePublishVolumeRequest,
) (*csi.NodePublishVolumeResponse, error) {
	source, err := p.directory(request)
	if err != nil {
		return nil, err
	}
	fmt.Printf("%s: publish %q of %s at %s, readonly=%t\n",
		p.name, request.VolumeId, source, request.TargetPath, request.Readonly)
	if err := bind(source, request.TargetPath, request.Readonly || hasReadOnlyOption(request)); err != nil {
		return nil, status.Errorf(codes.Internal, "mounting %q: %v", request.VolumeId, err)
	}
	return &csi.NodePublishVolumeResponse{}, nil
}

// NodeUnpublishVolume undoes NodePublishVolume; it may have been done before.
func (p *plugin) NodeUnpublishVolume(
	_ context.Context, request *csi.NodeUnpublishVolumeRequest,
) (*csi.NodeUnpublishVolumeResponse, error) {
	fmt.Printf("%s: unpublish %q at %s\n", p.name, request.VolumeId, request.TargetPath)
	for unix.Unmount(request.TargetPath, 0) == nil {
	}
	if err := os.Remove(request.TargetPath); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, status.Errorf(codes.Internal, "unmounting %q: %v", request.VolumeId, err)
	}
	return &csi.NodeUnpublishVolumeResponse{}, nil
}

func (p *plugin) directory(request *csi.NodePublishVolumeRequest) (string, error) {
	name := request.VolumeContext[shareAttribute]
	if name == "" {
		name = request.VolumeId
	}
	name = strings.Trim(name, "/")
	if !filepath.IsLocal(name) {
		return "", status.Errorf(codes.InvalidArgument, "%q is no directory below the data directory", name)
	}
	directory := filepath.Join(p.data, name)
	if err := os.MkdirAll(directory, 0o777); err != nil {
		return "", status.Errorf(codes.Internal, "making %q: %v", name, err)
	}
	return directory, nil
}

// hasReadOnlyOption says whether the volume's own mount options let nobody write, as a file system's mount would read them.
func hasReadOnlyOption(request *csi.NodePublishVolumeRequest) bool {
	return slices.Contains(request.GetVolumeCapability().GetMount().GetMountFlags(), "ro")
}

// bind mounts; whether it may be written is a second step, as a bind mount first takes what its source has. A target
// that is mounted already stays as it is: kubelet asks again after a restart.
func bind(source, target string, readOnly bool) error {
	if isMounted(target) {
		return nil
	}
	if err := os.MkdirAll(target, 0o755); err != nil {
		return err
	}
	if err := unix.Mount(source, target, "", unix.MS_BIND, ""); err != nil {
		return err
	}
	if !readOnly {
		return nil
	}
	return unix.Mount("", target, "", unix.MS_REMOUNT|unix.MS_BIND|unix.MS_RDONLY, "")
}

func isMounted(target string) bool {
	mounts, err := os.ReadFile("/proc/self/mountinfo")
	return err == nil && strings.Contains(string(mounts), " "+target+" ")
}
